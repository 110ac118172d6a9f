"""The guests page: everybody registered, to be searched and opened."""
