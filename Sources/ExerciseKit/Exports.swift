// An author imports ExerciseKit alone: cards, views, refusals and the C types of the entry line
// come along.
@_exported public import CExercise
@_exported public import ExerciseProtocol
