// Preloaded into a process to be measured: its last line on standard error is its peak memory in bytes.
process.on('exit', () => process.stderr.write(`\n${process.resourceUsage().maxRSS * 1024}\n`));
