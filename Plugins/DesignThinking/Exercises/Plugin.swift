// This target carries templates only: the YAML files in Templates/ lie beside the program once it
// is built, and the host reads them there.
