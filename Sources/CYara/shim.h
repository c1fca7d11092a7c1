#include <yara.h>

/* Callers see plain values: libyara's own lists are walked by macros that Swift can't call. */

/* What one file matched: at most SALLYPORT_YARA_MATCHES rules, by position of the rule. */
#define SALLYPORT_YARA_MATCHES 64

typedef struct {
    uint32_t count;
    /* Rules that match beyond these. */
    uint32_t more;
    /* Strings that were found so often that libyara stopped to look for them. */
    uint32_t floods;
    const char *names[SALLYPORT_YARA_MATCHES];
    const char *descriptions[SALLYPORT_YARA_MATCHES];
    int64_t offsets[SALLYPORT_YARA_MATCHES];
} sallyport_yara_matches;

static inline int sallyport_yara_note(
    YR_SCAN_CONTEXT *context, int message, void *data, void *user)
{
    sallyport_yara_matches *found = (sallyport_yara_matches *) user;
    /* To go on leaves out this string alone: the other rules are still heard. */
    if (message == CALLBACK_MSG_TOO_MANY_MATCHES) found->floods++;
    if (message != CALLBACK_MSG_RULE_MATCHING) return CALLBACK_CONTINUE;
    YR_RULE *rule = (YR_RULE *) data;
    if (found->count >= SALLYPORT_YARA_MATCHES) {
        found->more++;
        return CALLBACK_CONTINUE;
    }
    uint32_t index = found->count++;
    found->names[index] = rule->identifier;
    found->descriptions[index] = NULL;
    found->offsets[index] = -1;
    YR_META *meta;
    yr_rule_metas_foreach(rule, meta) {
        if (meta->type == META_TYPE_STRING && strcmp(meta->identifier, "description") == 0)
            found->descriptions[index] = meta->string;
    }
    YR_STRING *string;
    yr_rule_strings_foreach(rule, string) {
        YR_MATCH *match;
        if (found->offsets[index] >= 0) break;
        yr_string_matches_foreach(context, string, match) {
            found->offsets[index] = match->base + match->offset;
            break;
        }
    }
    return CALLBACK_CONTINUE;
}

static inline int sallyport_yara_scan(
    YR_RULES *rules, const uint8_t *bytes, size_t count, int seconds, sallyport_yara_matches *found)
{
    found->count = 0;
    found->more = 0;
    found->floods = 0;
    return yr_rules_scan_mem(
        rules, bytes, count, SCAN_FLAGS_REPORT_RULES_MATCHING, sallyport_yara_note, found, seconds);
}

/* The first module that rules import and that looks at something else than the bytes: the clock, a sandbox, a database. */
typedef struct {
    char name[64];
} sallyport_yara_module;

static inline int sallyport_yara_weigh(
    YR_SCAN_CONTEXT *context, int message, void *data, void *user)
{
    static const char *const pure[] = {
        "console", "dex", "dotnet", "elf", "hash", "macho", "math", "pe", "string",
    };
    if (message != CALLBACK_MSG_IMPORT_MODULE) return CALLBACK_CONTINUE;
    const char *name = ((YR_MODULE_IMPORT *) data)->module_name;
    for (size_t index = 0; index < sizeof pure / sizeof *pure; index++) {
        if (strcmp(name, pure[index]) == 0) return CALLBACK_CONTINUE;
    }
    sallyport_yara_module *module = (sallyport_yara_module *) user;
    snprintf(module->name, sizeof module->name, "%s", name);
    return CALLBACK_ERROR;
}

/* Modules are imported when a scan begins, whatever is scanned. */
static inline void sallyport_yara_modules(YR_RULES *rules, sallyport_yara_module *module)
{
    static const uint8_t byte = 0;
    module->name[0] = 0;
    yr_rules_scan_mem(rules, &byte, 1, 0, sallyport_yara_weigh, module, 0);
}

/* The first error of a compilation, with its line. */
typedef struct {
    int line;
    char message[256];
} sallyport_yara_error;

static inline void sallyport_yara_refuse(
    int level, const char *file, int line, const YR_RULE *rule, const char *message, void *user)
{
    sallyport_yara_error *error = (sallyport_yara_error *) user;
    if (level != YARA_ERROR_LEVEL_ERROR || error->message[0]) return;
    error->line = line;
    snprintf(error->message, sizeof error->message, "%s", message);
}

/* Files that rules include are refused: rules are what their file says. */
static inline const char *sallyport_yara_include(
    const char *name, const char *file, const char *space, void *user)
{
    return NULL;
}

static inline void sallyport_yara_prepare(YR_COMPILER *compiler, sallyport_yara_error *error)
{
    error->line = 0;
    error->message[0] = 0;
    yr_compiler_set_callback(compiler, sallyport_yara_refuse, error);
    yr_compiler_set_include_callback(compiler, sallyport_yara_include, NULL, NULL);
}
