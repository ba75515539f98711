"""What a user may do to a folder of articles without anything being said of them that was not said before."""
