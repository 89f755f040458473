package io.wubu.access.doors;

/** Whether accounts of the sample may do without second factor and claim here; no bean, no waiver. */
public interface Waiver {

    /** Only while the embedded database serves and nobody but this machine is answered. */
    boolean holds();

    /** Whether the sample's accounts are here, which every page says. */
    boolean isSample();
}
