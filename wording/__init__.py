"""What screen and paper write alike: numbers and dates, names, colours, the sentences of evidence."""
