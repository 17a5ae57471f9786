#include "themes.h"

// In C23 and as an extension in clang, which is the compiler that Swift comes with.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char night[] = {
#embed "../../themes/night.toml"
};
static const unsigned char day[] = {
#embed "../../themes/day.toml"
};
static const unsigned char high_contrast[] = {
#embed "../../themes/high-contrast.toml"
};
static const unsigned char sixteen[] = {
#embed "../../themes/sixteen.toml"
};
static const unsigned char gruvbox[] = {
#embed "../../themes/gruvbox.toml"
};
static const unsigned char nord[] = {
#embed "../../themes/nord.toml"
};

#define THEME(name) {name, sizeof name}
static const struct {
    const unsigned char *bytes;
    size_t count;
} themes[] = {THEME(night), THEME(day), THEME(high_contrast), THEME(sixteen), THEME(gruvbox), THEME(nord)};

int rw_theme_count(void) { return (int)(sizeof themes / sizeof *themes); }

const unsigned char *rw_theme_bytes(int index, size_t *count) {
    *count = 0;
    if (index < 0 || index >= rw_theme_count()) return 0;
    *count = themes[index].count;
    return themes[index].bytes;
}
