"""Reading -> rows: statements, events, meetings, agreements, positions; each knows the reading and the codebook."""
