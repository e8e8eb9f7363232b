// ExerciseTesting
