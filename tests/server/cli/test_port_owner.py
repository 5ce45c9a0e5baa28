import os
import socket
import subprocess
import sys

from server.cli.port_owner import PortOwner, find_port_owner
from server.installation import command


def test_the_process_that_listens_is_told():
    with socket.create_server(("127.0.0.1", 0)) as bound:
        owner = find_port_owner(bound.getsockname()[1])
    assert owner is not None
    assert owner.pid == os.getpid()
    assert "python" in owner.command or "pytest" in owner.command


def test_one_that_listens_on_all_addresses_of_the_sixth_version_is_told():
    with socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True) as bound:
        owner = find_port_owner(bound.getsockname()[1])
    assert owner is not None
    assert owner.pid == os.getpid()


def test_without_proc_psutil_is_asked(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as bound:
        port = bound.getsockname()[1]
        owner = find_port_owner(port, tmp_path / "none")
    assert owner is not None and owner.pid == os.getpid()
    assert find_port_owner(port, tmp_path / "none") is None


def test_a_free_port_and_a_system_without_proc_tell_nothing(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as bound:
        port = bound.getsockname()[1]
        assert find_port_owner(port, tmp_path) is None
    assert find_port_owner(port) is None


def test_a_service_of_ours_is_known_by_its_command():
    assert PortOwner(1, "/usr/bin/python /usr/bin/undertone serve").is_undertone()
    assert not PortOwner(1, "nginx: master process").is_undertone()


def test_start_on_a_taken_port_says_who_holds_it_and_what_to_do(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as bound:
        port = bound.getsockname()[1]
        start = (sys.executable, "-c", "from server.cli import main; main()", "serve")
        asked = [*start, "--port", str(port), "--state", str(tmp_path)]
        told = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=60)
    assert told.returncode == 2
    assert f"Port {port} is in use by process {os.getpid()} (" in told.stderr
    assert f"kill {os.getpid()}, or choose another port: {command('serve', '--port', str(port + 1))}" in told.stderr
    assert "Traceback" not in told.stderr
