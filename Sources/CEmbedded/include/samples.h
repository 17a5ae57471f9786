#ifndef REGWATCH_SAMPLES_H
#define REGWATCH_SAMPLES_H
// One built-in document: its path below the samples' folder, and its bytes.
struct rw_sample {
    const char *path;
    const unsigned char *bytes;
    unsigned long size;
};
const struct rw_sample *rw_samples(void);
unsigned long rw_sample_count(void);
#endif
