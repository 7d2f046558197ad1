"""Read what people type into a directory: each parser is text -> (result, problem codes), and never raises."""
