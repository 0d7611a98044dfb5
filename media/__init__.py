"""Pictures, documents, sound and video; livestreams and their replays."""
