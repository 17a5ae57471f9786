// The data files compiled into the program.
