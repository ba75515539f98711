"""The frozen values that flow through the program. Nothing here reads a file or imports the rest of the house."""
