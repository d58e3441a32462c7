"""What a house does with a draft: its front matter, its title, the place of its file."""
