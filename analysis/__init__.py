"""Pure regional science: DataFrame in, DataFrame out; one measure a function, nothing rounded."""
