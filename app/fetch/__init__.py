"""URL -> what came back: one visit, honest, polite, bounded"""
