"""`undertone rules`, `doctor` and `completion`: what is installed, and how it judges."""

import os
from dataclasses import asdict
from gettext import gettext as _

import click
from click.shell_completion import CompletionItem, get_completion_class

from server.cli.exits import Failure
from server.cli.inputs import language_option
from server.installation import command

SHELLS = ("bash", "fish", "zsh")


def complete_rule(context: click.Context, option: click.Parameter, typed: str) -> list[CompletionItem]:
    """The ids of rules that begin as typed, for the shell: out of their texts, which are there at once."""
    from detector import languages
    from detector.languages import messages

    texts = messages.load(languages.DEFAULT).rules
    return [CompletionItem(name, help=texts[name]["message"]) for name in sorted(texts) if name.startswith(typed)]


@click.command()
@click.argument("rule", metavar="[ID]", required=False, shell_complete=complete_rule)
@click.option("--json", "as_json", is_flag=True, help="Print the JSON that the server answers.")
@language_option
def rules(rule: str | None, as_json: bool, language: str) -> None:
    """List the rules, or show one.

    A rule is shown with its reason, source and examples.

    \b
    undertone rules
    undertone rules headline.loaded-kicker
    undertone rules --json | jq -r '.rules[].id'
    """
    from detector import languages
    from detector import rules as rulebook
    from detector.export.texts import ReportTexts
    from detector.schema.encoding import encode
    from server.cli import console as output
    from server.screen import Screen
    from server.service.api.rule_forms import describe, describe_all

    book, console, texts = rulebook.load(languages.DEFAULT), Screen(), ReportTexts(language)
    if rule is not None and rule not in book.rules:
        words = _("There is no rule {name!r}; `{command}` lists them.")
        raise click.UsageError(words.format(name=rule, command=command("rules")))
    if rule is not None:
        form = describe(book.rules[rule], texts.messages)
        click.echo(encode(form)) if as_json else output.print_rule(console, form, texts)
        return
    listed = describe_all(book, texts.messages)
    if as_json:
        click.echo(encode(listed))
    else:
        output.print_rules(console, listed.rules, texts)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def doctor(as_json: bool) -> None:
    """Check the installation.

    It shows what is there, what is wrong and how to fix it.

    \b
    undertone doctor
    undertone doctor --json
    """
    from server.cli import console as output
    from server.install import doctor as checks
    from server.screen import Screen
    from server.wire import dump

    found = list(checks.examine())
    if as_json:
        click.echo(dump({"schema": "undertone/doctor/1", "checks": [asdict(check) for check in found]}))
    else:
        rows = [(_(check.name), output.Named(check.state, _(check.state)), check.found, check.mend) for check in found]
        output.print_table(Screen(), "", (_("what"), _("state"), _("found"), _("how to fix it")), rows)
    if any(check.state == "wrong" for check in found):
        raise Failure(_("Something Undertone needs is missing; see above."))


@click.command()
@click.argument("shell", type=click.Choice(SHELLS), required=False)
@click.pass_context
def completion(context: click.Context, shell: str | None) -> None:
    """Print a completion script for your shell.

    It completes commands, options and rule ids.

    \b
    undertone completion bash >> ~/.bashrc
    undertone completion zsh >> ~/.zshrc
    undertone completion fish > ~/.config/fish/completions/undertone.fish
    """
    named = shell or os.environ.get("SHELL", "").rpartition("/")[2]
    kind = get_completion_class(named) if named in SHELLS else None
    if kind is None:
        typed = f"{command('completion')} {'|'.join(SHELLS)}"
        raise click.UsageError(_("Name your shell: {command}").format(command=typed))
    click.echo(kind(context.find_root().command, {}, "undertone", "_UNDERTONE_COMPLETE").source())
