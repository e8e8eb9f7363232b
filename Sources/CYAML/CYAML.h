/// libyaml (https://pyyaml.org/wiki/LibYAML), the scanner and parser of YAML 1.1 that most others
/// stand on too. One module imports it: YAML.
#include <yaml.h>
