"""What is looked up: categories, actors, offices, places, and the lexicon of event frames. Tables and their loaders."""
