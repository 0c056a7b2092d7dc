"""The data desk."""
