"""Speech: who says what, through whom, in which words, and what status follows."""
