#ifndef CONFINE_INTERNAL_H
#define CONFINE_INTERNAL_H

#include "confine.h"

// Landlock's version; 0 where the kernel has none.
int confine_landlock_version(void);
// Walls that Landlock puts up.
int confine_landlock_walls(void);
// Handles every right that the kernel knows and grants none.
int confine_landlock(int walls);

int confine_has_seccomp(void);
// Allows the calls that a worker needs while it starts and runs.
int confine_filter_start(void);
// Takes those away that only its start needs, from all threads.
int confine_filter_run(void);

#endif
