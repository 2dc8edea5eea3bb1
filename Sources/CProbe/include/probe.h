// What code would try that has taken a worker over. Only for tests.
#ifndef PROBE_H
#define PROBE_H

// Number of attempts.
int probe_count(void);
// Name of an attempt, as in `open a file`.
const char *probe_name(int attempt);
// Tries it: 0 where it worked, else the number of the system's error.
int probe_try(int attempt);

#endif
