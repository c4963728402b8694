"""Reading -> rows: statements, events, meetings, agreements, positions. Each extractor knows only the reading and the codebook."""
