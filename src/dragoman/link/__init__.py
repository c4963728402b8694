"""What reports teach about each other. Nothing is written: a judgement is made anew from what the record holds."""
