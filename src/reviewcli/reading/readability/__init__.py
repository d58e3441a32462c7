"""How long a text is and how easily it reads: counts, and the indices that are made from them."""
