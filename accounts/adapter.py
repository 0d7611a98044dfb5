"""Who may make an account: nobody from outside."""

from allauth.account.adapter import DefaultAccountAdapter


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators; residents need none."""

    def is_open_for_signup(self, request) -> bool:
        return False
