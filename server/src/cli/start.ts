// What `agentwright` runs: the command, with its compiled code kept between runs. Half of a start is compiling it.
import * as nodeModule from 'node:module';
import { join } from 'node:path';

// Beside the command, where only those can write who can also change the command itself: compiled code is trusted. Where
// nobody can write, nothing is kept. Node has it from 22.8 on.
nodeModule.enableCompileCache?.(join(__dirname, '.compile-cache'));
require(join(__dirname, 'command.js'));
