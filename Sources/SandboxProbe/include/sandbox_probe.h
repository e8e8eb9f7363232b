/*
 * A plugin that tries what no plugin may do, and tells what became of it: how `charrette doctor`
 * learns what is enforced on this machine. It does no harm where it succeeds.
 *
 * The action that it is asked to decide names the power: see `attempts` in probe.c and
 * SandboxProbe.swift in the module PluginHost; the two change together. It answers with one record,
 * {"errno": 0} where it could and the system's error number where it was refused. Some attempts the
 * sandbox answers by ending the process; that is for the host to see.
 */
#ifndef SANDBOX_PROBE_H
#define SANDBOX_PROBE_H

#include "charrette_exercise.h"

#endif /* SANDBOX_PROBE_H */
