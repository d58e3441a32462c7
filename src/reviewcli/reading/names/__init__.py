"""Who is named: names as they are known, as they stand in a draft, and near misses."""
