package rescue.hospital;

import io.vertx.core.Future;
import java.util.Optional;
import rescue.dispatch.account.LoginOutcome;
import rescue.dispatch.account.LoginOutcome.LoggedIn;
import rescue.dispatch.account.LoginOutcome.Wrong;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.port.Accounts;

/**
 * The accounts of hospitals, as if there were no others: at their door an operator's token or password is worth nothing,
 * so that whoever found one there can do nothing with it.
 */
final class HospitalAccounts implements Accounts {

    private final Accounts all;

    HospitalAccounts(Accounts all) {
        this.all = all;
    }

    @Override
    public Future<Optional<Principal>> findByToken(String token) {
        return all.findByToken(token).map(found -> found.filter(HospitalAccounts::isHospital));
    }

    @Override
    public Future<Optional<Principal>> findToRead(String token) {
        return all.findToRead(token).map(found -> found.filter(HospitalAccounts::isHospital));
    }

    @Override
    public Future<LoginOutcome> login(String user, String password, String address) {
        return all.login(user, password, address)
                .compose(outcome -> outcome.fold(
                        this::ifHospital,
                        wrong -> Future.succeededFuture(outcome),
                        later -> Future.succeededFuture(outcome)));
    }

    private Future<LoginOutcome> ifHospital(LoggedIn in) {
        return isHospital(in.principal())
                ? Future.succeededFuture(in)
                : all.revoke(in.token()).map(new Wrong());
    }

    @Override
    public Future<Void> revoke(String token) {
        return all.revoke(token);
    }

    private static boolean isHospital(Principal principal) {
        return principal.role() == Role.HOSPITAL;
    }
}
