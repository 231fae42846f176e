// Every precompiled header of the tests belongs to this source.
