package io.wubu.access.routes;

import io.wubu.access.identity.SignedIn;

/** Whether somebody may see what a route of the engine's API names; asked before the engine, whose refusals differ. */
public interface EngineSight {

    /**
     * Whether there is such a thing for that user.
     *
     * @param kind task, process-instance or job
     */
    boolean sees(SignedIn user, String kind, String id);
}
