"""The shell's part of a session: starts one job in the foreground, tells when
it stops or ends, and continues it. Runs between the test and the program,
because without it the kernel would not stop the program at all: a process
group that no shell of the same session watches is never stopped by C-z.

Words come in through one pipe (`continue`) and go out through another
(`stopped 20`, `exited 0`, `killed 15`).
"""

import os
import signal


def lead(arguments, environment, words_in, words_out):
    """Called in the child that leads the session; never returns."""
    for number in (signal.SIGHUP, signal.SIGTTOU, signal.SIGTTIN, signal.SIGTSTP, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpid())
        for number in (signal.SIGHUP, signal.SIGTTOU, signal.SIGTTIN, signal.SIGTSTP, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        # Python ignores it, and an ignored signal would stay so.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        try:
            os.execve(arguments[0], arguments, environment)
        except OSError as error:
            os.write(2, f"{arguments[0]}: {error}\n".encode())
            os._exit(127)
    os.write(words_out, f"started {child}\n".encode())
    while True:
        _, status = os.waitpid(child, os.WUNTRACED)
        if os.WIFSTOPPED(status):
            try:
                os.tcsetpgrp(0, os.getpgrp())
            except OSError:
                pass
            os.write(words_out, f"stopped {os.WSTOPSIG(status)}\n".encode())
            if not os.read(words_in, 100):
                os.kill(child, signal.SIGKILL)
            try:
                os.tcsetpgrp(0, child)
            except OSError:
                pass
            os.kill(child, signal.SIGCONT)
        elif os.WIFEXITED(status):
            os.write(words_out, f"exited {os.WEXITSTATUS(status)}\n".encode())
            os._exit(0)
        else:
            os.write(words_out, f"killed {os.WTERMSIG(status)}\n".encode())
            os._exit(0)
