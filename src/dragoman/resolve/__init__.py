"""Who, when and where: from the words of rows to entities, intervals and places."""
