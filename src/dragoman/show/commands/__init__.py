"""One file a command. Each is a function that typer reads; `show/cli.py` registers them."""
