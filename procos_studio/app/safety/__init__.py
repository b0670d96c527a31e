"""Work that is not lost: copies of what is not saved, what other programs do to the files, and saving with care."""
