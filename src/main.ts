#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import 'reflect-metadata';

// Half of a start is compiling what was compiled the last time: keep it.
enableCompileCache();
const { runBridgelog } = await import('./cli/bridgelog.js');

process.exitCode = await runBridgelog(process.argv);
