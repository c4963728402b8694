"""The command line, the readable record and the page. Nothing of ours imports `show`."""
