package rescue.dispatch.transfer;

/** What the hospital that was asked last has said. Nobody drives before it has accepted, unless somebody gives a reason. */
public enum TransferState {
    ASKED,
    ACCEPTED,
    /** Another must be asked. */
    DECLINED
}
