/* SPDX-License-Identifier: Apache-2.0 */
/* picture.c - a picture is decoded and written anew: upright, in sRGB, without
 * a byte of what stood around its pixels. */

#include "media/media.h"

#include <stdio.h>
#include <string.h>
#include <vips/vips.h>

#define THREADS 2
#define QUALITY 90
#define THUMBNAIL_SIDE 480 /* pixels */
#define THUMBNAIL_QUALITY 80
#define THUMBNAIL_NAME "thumbnail.jpg" /* papers can show no webp */

/* How each type is read and written: by its own reader alone. The settings of
 * the writers keep what matters in a screenshot, small text, readable. */
/* clang-format off */
static const struct {
    const char *media_type, *loader, *saver, *name;
    int has_pages;
} types[] = {
    {"image/png",  "pngload",  "pngsave",  "served.png",  0},
    {"image/jpeg", "jpegload", "jpegsave", "served.jpg",  0},
    {"image/webp", "webpload", "webpsave", "served.webp", 1},
    {"image/gif",  "gifload",  "gifsave",  "served.gif",  1},
};
/* clang-format on */
#define TYPES ((int)(sizeof(types) / sizeof(types[0])))
#define TYPE_PNG 0

static int type_of(const char *media_type)
{
    for (int i = 0; i < TYPES; i++) {
        if (!strcmp(types[i].media_type, media_type))
            return i;
    }
    trouble("not a type of pictures: %s", media_type);
}

static int has_operation(const char *name)
{
    return vips_type_find("VipsOperation", name) != 0;
}

static void start(void)
{
    if (VIPS_INIT("peertest-media") != 0)
        trouble("libvips: %s", vips_error_buffer());
    vips_block_untrusted_set(TRUE);
    vips_concurrency_set(THREADS);
    vips_cache_set_max(0);
}

/* A failure of libvips is the picture's fault, unless the disk is full. */
static const char *broken(void)
{
    fprintf(stderr, "libvips: %s", vips_error_buffer());
    blame_full_disk();
    return PT_REFUSED_BROKEN;
}

/* Open a picture; its pixels are read later, from top to bottom. Where pages
 * are frames of an animation, all of them lie below each other. */
static int open_picture(VipsImage **image, int type, const char *path,
                        int pages)
{
    if (types[type].has_pages)
        return vips_call(types[type].loader, path, image, "n", pages, "access",
                         VIPS_ACCESS_SEQUENTIAL, "fail_on",
                         VIPS_FAIL_ON_TRUNCATED, NULL);
    return vips_call(types[type].loader, path, image, "access",
                     VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_TRUNCATED,
                     NULL);
}

/* What the header says is held against the limit before a pixel is decoded. */
static const char *open_checked(VipsImage **image, int type, const work_t *work)
{
    int64_t pages, pixels;

    if (open_picture(image, type, work->input, 1) != 0)
        return broken();
    pages = vips_image_get_n_pages(*image);
    pixels = (int64_t)vips_image_get_width(*image)
             * vips_image_get_height(*image) * pages;
    if (pixels > work->pixels)
        return PT_REFUSED_PIXELS;
    if (pages <= 1)
        return NULL;
    if (vips_image_get_height(*image) * pages >= VIPS_MAX_COORD)
        return PT_REFUSED_PIXELS;
    g_clear_object(image);
    return open_picture(image, type, work->input, -1) == 0 ? NULL : broken();
}

/* One step: what was is let go, what is new stays. */
static int replace(VipsImage **image, VipsImage *made)
{
    g_object_unref(*image);
    *image = made;
    return 0;
}

/* The colours as a screen shows them, eight bits each. */
static int to_screen_colours(VipsImage **image)
{
    VipsImage *made;
    VipsInterpretation wanted = vips_image_get_bands(*image) < 3
                                    ? VIPS_INTERPRETATION_B_W
                                    : VIPS_INTERPRETATION_sRGB;

    if (vips_image_get_typeof(*image, VIPS_META_ICC_NAME)) {
        if (vips_icc_transform(*image, &made, "srgb", "embedded", TRUE, NULL)
            == 0)
            return replace(image, made);
        vips_error_clear(); /* a profile that is broken says nothing */
    }
    if (vips_colourspace(*image, &made, wanted, NULL) != 0)
        return -1;
    return replace(image, made);
}

/* Turned as its camera was held. */
static int to_upright(VipsImage **image)
{
    VipsImage *made;

    if (vips_image_get_orientation(*image) <= 1)
        return 0;
    if ((made = vips_image_copy_memory(*image)) == NULL)
        return -1;
    replace(image, made);
    if (vips_autorot(*image, &made, NULL) != 0)
        return -1;
    return replace(image, made);
}

/* A webp that was saved without loss stays so (RFC 9649, section 2.6). */
static int is_lossless(const char *path)
{
    char head[16] = "";
    FILE *file = fopen(path, "rb");
    size_t len = file ? fread(head, 1, sizeof(head), file) : 0;

    if (file)
        fclose(file);
    return len == sizeof(head) && !memcmp(head + 12, "VP8L", 4);
}

/* Some versions of libvips write EXIF into a webp although they were told not
 * to: chunks of this kind are cut out (RFC 9649, section 2.7). */
static int is_metadata(const char *chunk)
{
    return !memcmp(chunk, "EXIF", 4) || !memcmp(chunk, "XMP ", 4);
}

#define RIFF_HEAD 12
#define CHUNK_HEAD 8
#define VP8X_METADATA 0x0c /* its bits for EXIF and XMP */

static guint32 number_at(const char *bytes)
{
    guint32 number;

    memcpy(&number, bytes, sizeof(number));
    return GUINT32_FROM_LE(number);
}

static void put_number(char *bytes, size_t value)
{
    guint32 number = GUINT32_TO_LE((guint32)value);

    memcpy(bytes, &number, sizeof(number));
}

/* @return the length of what is left */
static size_t without_metadata(char *bytes, size_t len)
{
    size_t from = RIFF_HEAD, to = RIFF_HEAD;

    while (len - from >= CHUNK_HEAD) {
        size_t size = CHUNK_HEAD + (size_t)number_at(bytes + from + 4);

        size += size & 1;
        if (size > len - from)
            break;
        if (!memcmp(bytes + from, "VP8X", 4))
            bytes[from + CHUNK_HEAD] &= ~VP8X_METADATA;
        if (!is_metadata(bytes + from)) {
            memmove(bytes + to, bytes + from, size);
            to += size;
        }
        from += size;
    }
    put_number(bytes + 4, to - CHUNK_HEAD);
    return to;
}

static int save_webp(VipsImage *image, const char *name, int quality,
                     int lossless)
{
    gchar *bytes;
    gsize len;
    int saved;

    if (vips_webpsave(image, name, "Q", quality, "lossless", lossless, "strip",
                      TRUE, NULL)
            != 0
        || !g_file_get_contents(name, &bytes, &len, NULL))
        return -1;
    saved = len > RIFF_HEAD
            && g_file_set_contents(name, bytes,
                                   (gssize)without_metadata(bytes, len), NULL);
    g_free(bytes);
    return saved ? 0 : -1;
}

static int save(VipsImage *image, int type, const char *source)
{
    const char *name = types[type].name, *saver = types[type].saver;

    if (!strcmp(saver, "jpegsave"))
        return vips_jpegsave(image, name, "Q", QUALITY, "optimize_coding", TRUE,
                             "strip", TRUE, NULL);
    if (!strcmp(saver, "webpsave"))
        return save_webp(image, name, QUALITY, is_lossless(source));
    return vips_call(saver, image, name, "strip", TRUE, NULL);
}

/* The format has no transparency: what shines through is white, as paper is. */
static int to_opaque(VipsImage **image)
{
    VipsArrayDouble *white;
    VipsImage *made;
    int failed;

    if (!vips_image_hasalpha(*image))
        return 0;
    white = vips_array_double_newv(1, 255.0);
    failed = vips_flatten(*image, &made, "background", white, NULL);
    vips_area_unref(VIPS_AREA(white));
    return failed ? -1 : replace(image, made);
}

static const char *make_thumbnail(part_t *part, const char *served)
{
    VipsImage *small;
    int failed;

    if (vips_thumbnail(served, &small, THUMBNAIL_SIDE, "height", THUMBNAIL_SIDE,
                       "size", VIPS_SIZE_DOWN, "no_rotate", TRUE, NULL)
        != 0)
        return broken();
    *part = (part_t){THUMBNAIL_NAME, "image/jpeg", vips_image_get_width(small),
                     vips_image_get_height(small)};
    failed = to_opaque(&small) != 0
             || vips_jpegsave(small, THUMBNAIL_NAME, "Q", THUMBNAIL_QUALITY,
                              "optimize_coding", TRUE, "strip", TRUE, NULL)
                    != 0;
    g_object_unref(small);
    return failed ? broken() : NULL;
}

static const char *make_served(part_t *part, VipsImage **image, int type,
                               const work_t *work)
{
    if (to_screen_colours(image) != 0 || to_upright(image) != 0)
        return broken();
    *part = (part_t){types[type].name, types[type].media_type,
                     vips_image_get_width(*image),
                     vips_image_get_page_height(*image)};
    return save(*image, type, work->input) == 0 ? NULL : broken();
}

const char *picture_make(facts_t *facts, const work_t *work)
{
    VipsImage *image = NULL;
    int type = type_of(work->media_type);
    const char *refused;

    start();
    refused = open_checked(&image, type, work);
    /* Where animations cannot be written, the first frame is served. */
    if (!refused && !has_operation(types[type].saver)) {
        type = TYPE_PNG;
        g_clear_object(&image);
        if (open_picture(&image, type_of(work->media_type), work->input, 1)
            != 0)
            refused = broken();
    }
    if (!refused)
        refused = make_served(&facts->served, &image, type, work);
    g_clear_object(&image);
    if (!refused)
        refused = make_thumbnail(&facts->small, facts->served.name);
    facts->rendition = "thumbnail";
    return refused;
}

int picture_check(void)
{
    int fine = 1;

    start();
    for (int i = 0; i < TYPES; i++) {
        int reads = has_operation(types[i].loader);
        int writes = has_operation(types[i].saver);

        printf("%s: %s\n", types[i].media_type,
               !reads   ? "NO, libvips cannot read it"
               : writes ? "yes"
                        : "as png, libvips cannot write it");
        fine &= reads;
    }
    return fine;
}
