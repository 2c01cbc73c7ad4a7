"""What is a column? The contract, read from schema/, and the records that the other packages pass on."""
