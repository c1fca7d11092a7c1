/// Hands the command line to libFuzzer, as the main of every target does.
int fuzz_driver_main(int argc, char **argv);
