"""Notes that the examples of several rules share."""

HER = """\
title: Her
year: 2013
directors: [Spike Jonze]
writers: [Spike Jonze]
cast:
  - Joaquin Phoenix as Theodore Twombly
  - Scarlett Johansson as Samantha
  - Amy Adams as Amy
  - Rooney Mara as Catherine
  - Olivia Wilde
crew: {cinematography: Hoyte van Hoytema, music: Owen Pallett}
runtime: 126
"""
HER_QUOTED = """\
title: Her
cast:
  - Joaquin Phoenix as Theodore Twombly
quotes:
  - I've never loved anyone the way I loved you — Theodore
"""
