"""Items: the light QGraphicsItems of a plane; each holds a look and a mark, paints them, and never writes."""
